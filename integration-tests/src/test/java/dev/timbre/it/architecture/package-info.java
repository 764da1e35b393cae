/** Rules about the classes that ship: who may use whom, and what may stand where. */
package dev.timbre.it.architecture;
