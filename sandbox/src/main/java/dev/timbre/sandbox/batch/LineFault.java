package dev.timbre.sandbox.batch;

/**
 * Why a file of requests cannot be run.
 *
 * @param code a word for programs
 * @param line from 1; 0 when it is about the whole file
 */
record LineFault(String code, String message, int line) {}
