/** REST resources of speech: records in and out, no rule and no transaction of their own. */
package dev.timbre.speech.rest;
