package dev.sightglass.example.desktop;

import java.awt.BorderLayout;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.SwingWorker;

/** A text, a button, and how many words there are. The counting is done beside the event thread, as in any Swing program. */
final class CountingPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int ROWS = 12;
    private static final int COLUMNS = 60;

    private final JTextArea text = new JTextArea(ROWS, COLUMNS);
    private final JButton button = new JButton("Count words");
    private final JLabel result = new JLabel(" ");
    private final transient Function<String, Callable<Long>> counter;

    CountingPanel(Function<String, Callable<Long>> counter) {
        super(new BorderLayout());
        this.counter = counter;
        button.addActionListener(pressed -> count());
        JPanel below = new JPanel(new BorderLayout());
        below.add(button, BorderLayout.WEST);
        below.add(result, BorderLayout.CENTER);
        add(new JScrollPane(text), BorderLayout.CENTER);
        add(below, BorderLayout.SOUTH);
    }

    JTextArea text() {
        return text;
    }

    JButton button() {
        return button;
    }

    JLabel result() {
        return result;
    }

    private void count() {
        button.setEnabled(false);
        Callable<Long> counting = counter.apply(text.getText());
        new SwingWorker<Long, Void>() {
            @Override
            protected Long doInBackground() throws Exception {
                return counting.call();
            }

            @Override
            protected void done() {
                button.setEnabled(true);
                result.setText(" " + outcome(this));
            }
        }.execute();
    }

    private static String outcome(SwingWorker<Long, Void> ended) {
        try {
            return ended.get() + " words";
        } catch (ExecutionException e) {
            return "failed: " + e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
