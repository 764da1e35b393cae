/** Keeps talents and consents, and answers whether a consent covers a use at this moment. */
package dev.timbre.consent.control;
