/**
 * What people must be told in time, each matter once: the notice, and who is told. How it reaches
 * them does not stand here, and neither does anything secret.
 */
package dev.timbre.notice.entity;
