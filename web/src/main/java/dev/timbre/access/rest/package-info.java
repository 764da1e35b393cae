/** REST resources of access: records in and out, no rule and no transaction of their own. */
package dev.timbre.access.rest;
