/** REST resources of voice: records in and out, no rule and no transaction of their own. */
package dev.timbre.voice.rest;
