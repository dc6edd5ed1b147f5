package dev.sightglass.client.convert.wstf;

import dev.sightglass.converter.ConversionContext;
import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Follows the markers through a file, from unit to unit. */
final class WstfFile {

    private enum Part {
        OUTSIDE, HEADER, STEPS, FOOTER
    }

    private final ConversionContext context;
    private final Numbers numbers;
    private final List<Report> reports = new ArrayList<>();
    private Part part = Part.OUTSIDE;
    private @Nullable Unit unit;
    private @Nullable StepTable steps;

    WstfFile(ConversionContext context) {
        this.context = context;
        this.numbers = new Numbers(context.arguments().get(WstfConverter.DECIMAL_COMMA));
    }

    List<Report> read(String text) {
        var lines = Line.of(text);
        for (var line : lines) {
            var marker = Marker.of(line);
            if (marker.isPresent()) {
                pass(marker.get(), line);
            } else {
                read(line);
            }
        }
        if (part != Part.OUTSIDE) {
            throw lines.getLast().wrong("the file ends inside the " + part.name().toLowerCase(Locale.ROOT)
                + " of a unit: expected " + Marker.UNIT_END.text() + "; the file is incomplete");
        }
        return reports;
    }

    private void pass(Marker marker, Line line) {
        switch (marker) {
            case HEADER_START -> {
                require(part == Part.OUTSIDE || part == Part.FOOTER, marker, line);
                finish();
                unit = new Unit(context, numbers, line);
                part = Part.HEADER;
            }
            case STEPS_START -> {
                require(part == Part.HEADER, marker, line);
                steps = new StepTable(open().root(), line, numbers, open().isImporting());
                part = Part.STEPS;
            }
            case STEPS_END -> {
                require(part == Part.STEPS, marker, line);
                table().close(line);
                part = Part.FOOTER;
            }
            case UNIT_END -> {
                require(part == Part.FOOTER, marker, line);
                finish();
            }
        }
    }

    private void require(boolean inPlace, Marker marker, Line line) {
        if (!inPlace) {
            throw line.wrong(marker.text() + " is out of place " + (part == Part.OUTSIDE ? "outside a unit"
                : "in the " + part.name().toLowerCase(Locale.ROOT) + " of a unit"));
        }
    }

    private void read(Line line) {
        switch (part) {
            case OUTSIDE ->
                throw line.wrong("expected " + Marker.HEADER_START.text() + ". Found: "
                    + InvalidSourceException.quote(line.cell(0)));
            case HEADER, FOOTER -> open().add(line);
            case STEPS -> {
                if (Column.isTitles(line)) {
                    table().titles(line);
                } else {
                    table().add(line);
                }
            }
        }
    }

    private void finish() {
        if (unit != null && steps != null) {
            reports.add(unit.report(steps.root()));
        }
        unit = null;
        steps = null;
        part = Part.OUTSIDE;
    }

    private Unit open() {
        if (unit == null) {
            throw new IllegalStateException("no unit is open; this is a bug");
        }
        return unit;
    }

    private StepTable table() {
        if (steps == null) {
            throw new IllegalStateException("no step data is open; this is a bug");
        }
        return steps;
    }
}
