package com.example.shop;

/** Where a cluster runs. */
enum Cloud {
    AWS,
    GOOGLE
}
