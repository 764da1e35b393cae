/** REST resources of audit: records in and out, no rule and no transaction of their own. */
package dev.timbre.audit.rest;
