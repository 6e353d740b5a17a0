/** Sources with several environments, as users declare them. */
package com.example.environments;
