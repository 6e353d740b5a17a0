package com.example.shop;

public final class Checkout extends Workload {

    @Override
    String name() {
        return "checkout";
    }

    @Override
    int replicas() {
        return 2;
    }
}
