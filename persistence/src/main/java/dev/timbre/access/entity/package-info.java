/**
 * Who may do what: people and their grants, brands, clients with their uses and API keys. Secrets
 * stand here only as digests.
 */
package dev.timbre.access.entity;
