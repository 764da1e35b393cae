/** REST resources of audio: records in and out, no rule and no transaction of their own. */
package dev.timbre.audio.rest;
