/** What the pages of talents need below faces and REST. */
package dev.timbre.consent.web;
