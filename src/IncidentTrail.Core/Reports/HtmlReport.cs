using System.Security.Cryptography;
using System.Text;

namespace IncidentTrail.Reports;

/// <summary>
/// Writes a report as one page that needs nothing else. Its policy allows its own style, by its hash, and nothing more:
/// no script, no image, no connection.
/// </summary>
internal static class HtmlReport
{
    internal static void Write(TextWriter writer, IReadOnlyList<ReportBlock> blocks)
    {
        var title = blocks.OfType<ReportBlock.Heading>().First().Text;
        var columns = new HtmlColumns(blocks);
        var styleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(columns.Style)));
        writer.WriteLine("<!DOCTYPE html>");
        writer.WriteLine("<html lang=\"en\">");
        writer.WriteLine("<head>");
        writer.WriteLine("<meta charset=\"utf-8\">");
        writer.WriteLine($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{styleHash}'; base-uri 'none'; form-action 'none'\">");
        writer.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        writer.WriteLine("<meta name=\"referrer\" content=\"no-referrer\">");
        writer.WriteLine("<meta name=\"color-scheme\" content=\"light dark\">");
        writer.WriteLine($"<title>{HtmlText.Inside(title)}</title>");
        writer.WriteLine($"<style>{columns.Style}</style>");
        writer.WriteLine("</head>");
        writer.WriteLine("<body>");
        writer.WriteLine("<a class=\"skip\" href=\"#content\">Skip to the content</a>");
        Contents(writer, blocks);
        writer.WriteLine("<main id=\"content\">");
        foreach (var block in blocks)
            Write(writer, block, columns);
        writer.WriteLine("</main>");
        writer.WriteLine("</body>");
        writer.WriteLine("</html>");
    }

    private static void Contents(TextWriter writer, IReadOnlyList<ReportBlock> blocks)
    {
        writer.WriteLine("<nav aria-label=\"Contents\"><ul>");
        // Where there is an index of the incidents, it is the way to each of them.
        var headings = blocks.OfType<ReportBlock.Heading>().Where(h => h is { Level: 2, Id: not null }).ToList();
        var isIndexed = headings.Exists(h => h.Id == IndexContent.Id);
        foreach (var heading in headings.Where(h => !isIndexed || !h.Id!.StartsWith(IncidentContent.IdStart, StringComparison.Ordinal)))
            writer.WriteLine($"<li><a href=\"#{heading.Id}\">{Apart(heading.Text)}</a></li>");
        writer.WriteLine("</ul></nav>");
    }

    private static void Write(TextWriter writer, ReportBlock block, HtmlColumns columns)
    {
        switch (block)
        {
            case ReportBlock.Heading heading:
                writer.WriteLine($"<h{heading.Level}{(heading.Id is null ? null : $" id=\"{heading.Id}\"")}>{Apart(heading.Text)}</h{heading.Level}>");
                break;
            case ReportBlock.Paragraph paragraph:
                writer.WriteLine($"<p>{HtmlText.Inside(paragraph.Text)}{string.Concat(paragraph.Links.Select(l => " " + Link(l)))}</p>");
                break;
            case ReportBlock.Bullets { Texts.Count: > 0 } bullets:
                writer.WriteLine("<ul>");
                foreach (var text in bullets.Texts)
                    writer.WriteLine($"<li>{Apart(text)}</li>");
                writer.WriteLine("</ul>");
                break;
            case ReportBlock.Facts facts:
                // A table, so that it is one where it is pasted.
                writer.WriteLine("<table class=\"facts\"><tbody>");
                foreach (var (name, text) in facts.Rows)
                    writer.WriteLine($"<tr><th scope=\"row\">{HtmlText.Inside(name)}</th><td>{Apart(text)}</td></tr>");
                writer.WriteLine("</tbody></table>");
                break;
            case ReportBlock.Table table:
                Write(writer, table, columns);
                break;
            case ReportBlock.Drawing drawing:
                HtmlDrawing.Write(writer, drawing.Content);
                break;
            case ReportBlock.Records records:
                Write(writer, records);
                break;
        }
    }

    private static string Apart(string text) => HtmlText.Apart(HtmlText.Inside(text));

    // On a phone each row becomes a block, and each cell carries its column's name.
    private static void Write(TextWriter writer, ReportBlock.Table table, HtmlColumns columns)
    {
        var hasLinks = table.HasLinks;
        var caption = HtmlText.Of(table.Caption);
        writer.WriteLine($"<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{caption}\"><table class=\"{columns.ClassOf(table)}\"><caption>{caption}</caption>");
        writer.WriteLine("<thead><tr>" + string.Concat(table.Columns.Select(c => $"<th scope=\"col\">{HtmlText.Inside(c)}</th>"))
            + (hasLinks ? $"<th scope=\"col\" class=\"see\">{HtmlColumns.Links}</th>" : null) + "</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            var kind = row switch { { IsFailure: true } => " class=\"failed\"", { IsInferred: true } => " class=\"inferred\"", _ => null };
            writer.Write($"<tr{(row.Id is null ? null : $" id=\"{row.Id}\" tabindex=\"-1\"")}{kind}>");
            for (var i = 0; i < row.Cells.Count; i++)
                writer.Write($"<td>{HtmlText.Apart(string.Join("<br>", table.Lines(row, i).Select(HtmlText.Cell)))}</td>");
            if (hasLinks)
                writer.Write($"<td class=\"see\">{string.Join(", ", row.Links.Select(Link))}</td>");
            writer.WriteLine("</tr>");
        }
        writer.WriteLine("</tbody></table></div>");
    }

    // A place inside a folded record opens it when it is followed.
    private static void Write(TextWriter writer, ReportBlock.Records records)
    {
        writer.WriteLine("<details class=\"records\"><summary>Show the records</summary>");
        foreach (var record in records.Items)
        {
            writer.Write($"<details><summary>{Apart(record.Title)}</summary><div id=\"{record.Id}\" tabindex=\"-1\">");
            if (record.Links.Count > 0)
                writer.Write($"<p>Told in {string.Join(", ", record.Links.Select(Link))}</p>");
            writer.WriteLine($"<pre tabindex=\"0\">{HtmlText.Json(record.Json)}</pre></div></details>");
        }
        writer.WriteLine("</details>");
    }

    private static string Link(ReportLink link) => $"<a href=\"{HtmlText.Of(link.Target)}\">{HtmlText.Inside(link.Text)}</a>";
}
