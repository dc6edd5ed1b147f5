/** Several replicas on one PostgreSQL: one dies, one sleeps, the database goes away. */
@NullMarked
package dev.sightglass.durability.replica;

import org.jspecify.annotations.NullMarked;
