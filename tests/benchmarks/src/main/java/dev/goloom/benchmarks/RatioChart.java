package dev.goloom.benchmarks;

import static dev.goloom.benchmarks.workloads.Contender.*;

import dev.goloom.benchmarks.Row.Section;
import dev.goloom.benchmarks.workloads.Contender;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

/** The comparison as a picture: bars that begin at Go, to the left if faster, to the right if slower. */
final class RatioChart {
    private static final List<Contender> JDK = List.of(SQ, LTQ, ABQ, VT);
    private static final int WIDTH = 900;
    private static final int HEIGHT_OF_ROW = 40;
    private static final int HEIGHT_OF_REST = 130;

    private final List<Row> rows;
    private final Session session;

    RatioChart(List<Row> rows, Session session) {
        this.rows = rows.stream()
                .filter(row -> row.section() == Section.MAIN && session.ratioToGo(row, GOLOOM).isPresent())
                .toList();
        this.session = session;
    }

    /** Draws it as SVG. */
    void write(Path file) throws IOException, ParserConfigurationException {
        JFreeChart chart = chart();
        int height = HEIGHT_OF_REST + HEIGHT_OF_ROW * rows.size();
        SVGGraphics2D svg = new SVGGraphics2D(DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .getDOMImplementation().createDocument("http://www.w3.org/2000/svg", "svg", null));
        svg.setSVGCanvasSize(new Dimension(WIDTH, height));
        chart.draw(svg, new Rectangle2D.Double(0, 0, WIDTH, height));
        try (Writer out = new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            svg.stream(out);
        }
    }

    private JFreeChart chart() {
        JFreeChart chart = ChartFactory.createBarChart(
                "Goloom, jox and the JDK beside Go", null, null, ratios(), PlotOrientation.HORIZONTAL, true, false, false);
        chart.setBackgroundPaint(Color.WHITE);
        CategoryPlot plot = chart.getCategoryPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        plot.setOutlineVisible(false);
        plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(0.6f);
        plot.setRangeAxis(axis());
        plot.setRenderer(bars());
        plot.addRangeMarker(new ValueMarker(1, Color.DARK_GRAY, plot.getRangeGridlineStroke()));
        return chart;
    }

    private static LogAxis axis() {
        LogAxis axis = new LogAxis("time or heap as a multiple of Go's (less is better)");
        axis.setBase(2);
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setNumberFormatOverride(new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        axis.setLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        return axis;
    }

    private static BarRenderer bars() {
        BarRenderer bars = new BarRenderer();
        bars.setBase(1);
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setItemMargin(0);
        bars.setSeriesPaint(0, new Color(0x00, 0x7d, 0x9c));
        bars.setSeriesPaint(1, new Color(0xf2, 0xa9, 0x3b));
        bars.setSeriesPaint(2, new Color(0xb0, 0xb0, 0xb0));
        return bars;
    }

    private DefaultCategoryDataset ratios() {
        DefaultCategoryDataset ratios = new DefaultCategoryDataset();
        for (Row row : rows) {
            ratios.addValue(session.ratioToGo(row, GOLOOM).orElse(null), "Goloom", row.title());
            ratios.addValue(session.ratioToGo(row, JOX).orElse(null), "jox", row.title());
            ratios.addValue(best(row).orElse(null), "best of the JDK", row.title());
        }
        return ratios;
    }

    private Optional<Double> best(Row row) {
        Stream<Double> all = JDK.stream().flatMap(contender -> session.ratioToGo(row, contender).stream());
        return all.min(Comparator.naturalOrder());
    }
}
