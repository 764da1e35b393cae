/** What a customer can ask of their account: money, what a subscription leaves, and its extras. */
package dev.timbre.sandbox.account;
