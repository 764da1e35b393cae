/** Brings the schema up to date before anything touches the tables. Knows SQL files, no entity. */
package dev.timbre.platform.migration;
