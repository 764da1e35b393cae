/** Findings and the decisions about them over REST. */
package dev.timbre.finding.rest;
