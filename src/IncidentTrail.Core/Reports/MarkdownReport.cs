namespace IncidentTrail.Reports;

/// <summary>Writes a report as Markdown.</summary>
internal static class MarkdownReport
{
    internal static void Write(TextWriter writer, IReadOnlyList<ReportBlock> blocks)
    {
        foreach (var block in blocks)
        {
            Write(writer, block);
            writer.WriteLine();
        }
    }

    private static void Write(TextWriter writer, ReportBlock block)
    {
        switch (block)
        {
            case ReportBlock.Heading heading:
                writer.WriteLine($"{new string('#', heading.Level)} {MarkdownText.Of(heading.Text)}");
                break;
            case ReportBlock.Paragraph paragraph:
                writer.WriteLine(MarkdownText.Of(paragraph.Text) + (paragraph.Links.Count == 0 ? null : " " + Links(paragraph.Links)));
                break;
            case ReportBlock.Bullets bullets:
                foreach (var text in bullets.Texts)
                    writer.WriteLine($"- {MarkdownText.Of(text)}");
                break;
            case ReportBlock.Facts facts:
                Table(writer, ["", ""], facts.Rows.Select(r => new IEnumerable<string>[] { [r.Name], [r.Text] }));
                break;
            case ReportBlock.Table table:
                var hasLinks = table.HasLinks;
                Table(writer, [.. table.Columns, .. hasLinks ? ["See"] : Array.Empty<string>()],
                    table.Rows.Select(r => r.Cells.Select((_, i) => table.Lines(r, i)).Concat(hasLinks ? [[Links(r.Links)]] : [])));
                break;
            case ReportBlock.Records records:
                foreach (var record in records.Items)
                    Record(writer, record);
                break;
        }
    }

    private static void Table(TextWriter writer, IReadOnlyList<string> columns, IEnumerable<IEnumerable<IEnumerable<string>>> rows)
    {
        writer.WriteLine("|" + string.Concat(columns.Select(c => $" {MarkdownText.Of(c)} |")));
        writer.WriteLine("|" + string.Concat(columns.Select(_ => " --- |")));
        foreach (var cells in rows)
            writer.WriteLine("|" + string.Concat(cells.Select(lines => $" {string.Join("<br>", lines.Select(MarkdownText.Of))} |")));
    }

    // A fence longer than any run of back-quotes inside cannot be closed by what it holds.
    private static void Record(TextWriter writer, ReportRecord record)
    {
        var fence = new string('`', Math.Max(3, LongestRun(record.Json) + 1));
        writer.WriteLine($"<details><summary>{HtmlText.Of(record.Title)}</summary>");
        writer.WriteLine();
        writer.WriteLine(fence + "json");
        writer.WriteLine(record.Json.ReplaceLineEndings("\n"));
        writer.WriteLine(fence);
        writer.WriteLine();
        writer.WriteLine("</details>");
        writer.WriteLine();
    }

    // Renderers make their own ids, so the number, which is written at the place itself, has to lead there.
    private static string Links(IReadOnlyList<ReportLink> links) => string.Join(", ", links.Select(l => l.Text));

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }
}
