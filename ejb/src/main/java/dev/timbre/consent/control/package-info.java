/**
 * Keeps talents and consents, and answers whether a consent covers a use at this moment. Asks
 * talents through links, notes how consents end, and erases what a talent can be known by.
 */
package dev.timbre.consent.control;
