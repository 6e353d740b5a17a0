/** Manifest sources as users write them, right and wrong. Their package counts as user code in messages. */
package com.example.bridge;
