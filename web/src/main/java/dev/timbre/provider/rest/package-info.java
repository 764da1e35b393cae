/** REST resources of provider: records in and out, no rule and no transaction of their own. */
package dev.timbre.provider.rest;
