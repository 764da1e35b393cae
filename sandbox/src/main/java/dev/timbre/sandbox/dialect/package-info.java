/**
 * The gateways that resell the provider's operations, each in one class: which paths it has, and
 * how its requests and answers differ from the provider's own. What an operation does is decided in
 * its family; here only forms are rewritten.
 */
package dev.timbre.sandbox.dialect;
