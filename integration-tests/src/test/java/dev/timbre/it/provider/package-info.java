/** The sandbox provider from its control side: what befalls it, and what it did and charged. */
package dev.timbre.it.provider;
