/** REST resources of usage: records in and out, no rule and no transaction of their own. */
package dev.timbre.usage.rest;
