package com.example.bridge;

public final class NoSource {}
