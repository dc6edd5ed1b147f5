package dev.sightglass.example.desktop;

import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.exposition.Format;
import java.awt.BorderLayout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** Shows the metrics of the program in the program: no server is needed to read them. */
final class MetricsPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int ROWS = 16;
    private static final int COLUMNS = 60;

    private final JTextArea shown = new JTextArea(ROWS, COLUMNS);
    private final JButton refresh = new JButton("Refresh");
    private final transient MetricsCollector metrics;

    MetricsPanel(MetricsCollector metrics) {
        super(new BorderLayout());
        this.metrics = metrics;
        shown.setEditable(false);
        refresh.addActionListener(pressed -> show(text()));
        add(new JScrollPane(shown), BorderLayout.CENTER);
        add(refresh, BorderLayout.SOUTH);
    }

    JTextArea shown() {
        return shown;
    }

    JButton refresh() {
        return refresh;
    }

    /** Writes a scrape to a file, for a support case or for the text-file collector of a node exporter. */
    void save(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            metrics.write(Format.TEXT, out);
        }
    }

    private void show(String scrape) {
        shown.setText(scrape.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n")));
        shown.setCaretPosition(0);
    }

    private String text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            metrics.write(Format.TEXT, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
