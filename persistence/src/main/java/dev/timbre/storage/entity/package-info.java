/** What is known of stored bytes: their SHA-256, size and media type. The bytes stand elsewhere. */
package dev.timbre.storage.entity;
