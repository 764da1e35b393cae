/**
 * The wire: what requests look like, one handler per family of the provider's API, and the control
 * interface. Decisions about voices and money are made in the model.
 */
package dev.timbre.sandbox.http;
