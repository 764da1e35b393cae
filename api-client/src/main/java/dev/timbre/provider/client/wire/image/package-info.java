/** Drawing images on the wire. Names, types and limits: MiniMax API reference, "Image". */
package dev.timbre.provider.client.wire.image;
