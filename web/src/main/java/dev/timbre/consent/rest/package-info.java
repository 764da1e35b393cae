/** REST resources of consent: records in and out, no rule and no transaction of their own. */
package dev.timbre.consent.rest;
