package dev.sightglass.example.desktop;

import dev.sightglass.metrics.MetricsCollector;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Path;
import javax.swing.JFrame;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;

/** A window that counts words, with a tab that shows how it does. */
public final class Main {
    private Main() {}

    /**
     * Opens the window; the program ends when it is closed.
     *
     * @param args a file that the metrics are written to at the end; may be left out
     */
    public static void main(String... args) {
        MetricsCollector metrics = MetricsCollector.builder().namespace("desktop").build();
        SwingUtilities.invokeLater(() -> open(metrics, args));
    }

    private static void open(MetricsCollector metrics, String... args) {
        MetricsPanel metricsPanel = new MetricsPanel(metrics);
        JTabbedPane tabs = new JTabbedPane();
        tabs.addTab("Text", new CountingPanel(new WordCounter(metrics)::of));
        tabs.addTab("Metrics", metricsPanel);
        JFrame frame = new JFrame("Word counter");
        frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        frame.add(tabs);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent closed) {
                if (args.length > 0) {
                    save(metricsPanel, Path.of(args[0]));
                }
            }
        });
        frame.pack();
        frame.setVisible(true);
    }

    private static void save(MetricsPanel metrics, Path file) {
        try {
            metrics.save(file);
        } catch (IOException e) {
            System.err.println(file + " could not be written: " + e);
        }
    }
}
