/**
 * Drawing images on the wire. Names, types and limits: MiniMax API reference, "Image". No HTTP
 * here: an image that comes as an address is fetched elsewhere.
 */
package dev.timbre.provider.client.wire.image;
