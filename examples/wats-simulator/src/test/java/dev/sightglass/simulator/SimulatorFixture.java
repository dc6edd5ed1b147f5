package dev.sightglass.simulator;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** One simulator and one client per test. */
abstract class SimulatorFixture {

    final WatsSimulator simulator = WatsSimulator.start(options());
    final Client client = new Client(simulator);
    final UUID id = UUID.randomUUID();

    SimulatorOptions options() {
        return SimulatorOptions.defaults();
    }

    @AfterEach
    void stop() {
        simulator.close();
        client.close();
    }
}
