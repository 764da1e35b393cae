/**
 * Signing in by the company's identity provider (OpenID Connect, authorization code with PKCE). It
 * says who somebody is and which groups they belong to; what that opens, the configuration says.
 * Nothing of it outlives a sign-in but the session that it begins.
 */
package dev.timbre.access.control.oidc;
