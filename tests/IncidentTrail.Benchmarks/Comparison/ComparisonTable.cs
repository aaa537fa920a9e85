using System.Globalization;
using System.Text;
using IncidentTrail.Benchmarks.Corpus;

namespace IncidentTrail.Benchmarks.Comparison;

/// <summary>The medians and ratios as Markdown.</summary>
internal static class ComparisonTable
{
    internal static string Rows(IReadOnlyList<Entrant> rows, Dictionary<CorpusSummary, double> inflation)
    {
        var text = new StringBuilder();
        foreach (var group in rows.GroupBy(r => r.Group))
        {
            Line(text, $"{group.Key}", "seconds", "MB/s", "× its floor", "the same of processor time", "× the first");
            text.AppendLine("|---|--:|--:|--:|--:|--:|");
            var first = group.First();
            foreach (var corpus in group.Where(r => r.Floor is null).Select(r => r.Corpus).Distinct())
            {
                var alone = inflation[corpus];
                Line(text, $"inflation alone, {corpus.Megabytes:N0} MB in {corpus.Files:N0} files{(corpus.IsClustered ? " (clustered)" : "")}, {SideBySide.Threads} threads",
                    Seconds(alone), Rate(corpus, alone), "1", "1", Times(first.IsMeasured ? alone / first.Median : double.NaN));
            }
            foreach (var row in group)
            {
                if (row is { IsMeasured: true, Floor.Name: var floor })
                    Line(text, "floor: " + floor, Seconds(row.FloorMedian), "", "1", "1", "");
                if (row.IsMeasured)
                    Line(text, row.Name, Seconds(row.Median), Rate(row.Corpus, row.Median), Times(row.Ratio), Times(row.ProcessorRatio), Times(row.Median / first.Median));
                else
                    Line(text, row.Name, "not measured", "", "", "", "");
            }
            text.AppendLine();
        }
        return text.ToString();
    }

    internal static void Line(StringBuilder text, params ReadOnlySpan<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells!).AppendLine(" |");

    internal static string Seconds(double ms) => (ms / 1000).ToString(ms < 1000 ? "0.000" : "0.00", CultureInfo.InvariantCulture);

    private static string Rate(CorpusSummary corpus, double ms) =>
        (corpus.Inflated / 1e3 / ms).ToString("#,0", CultureInfo.InvariantCulture);

    private static string Times(double ratio) =>
        double.IsNaN(ratio) ? "" : ratio.ToString(ratio < 10 ? "0.00" : "#,0", CultureInfo.InvariantCulture);
}
