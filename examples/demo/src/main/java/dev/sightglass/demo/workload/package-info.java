/**
 * A load of realistic test-report files, some broken on purpose, each with what has to become of it. The same seed gives the same
 * files. Entry type: {@link dev.sightglass.demo.workload.Workload}. It knows files and nothing of the service that reads them.
 */
@NullMarked
package dev.sightglass.demo.workload;

import org.jspecify.annotations.NullMarked;
