/** REST resources of notices: records in and out, no rule and no transaction of their own. */
package dev.timbre.notice.rest;
