/** Controllers: buses, bridges and ports that other devices sit on. */
@NullMarked
package io.kvmsdk.domain.controller;

import org.jspecify.annotations.NullMarked;
