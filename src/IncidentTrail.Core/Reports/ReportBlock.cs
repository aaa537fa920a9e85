namespace IncidentTrail.Reports;

/// <summary>A part of a report. Every text in it is plain text: the form it is written in escapes all of it.</summary>
internal abstract record ReportBlock
{
    /// <summary>A heading; the id is the module's own.</summary>
    internal sealed record Heading(int Level, string Text, string? Id = null) : ReportBlock;

    /// <summary>A paragraph.</summary>
    internal sealed record Paragraph(string Text) : ReportBlock
    {
        /// <summary>Where more of it is said.</summary>
        internal IReadOnlyList<ReportLink> Links { get; init; } = [];
    }

    /// <summary>Sentences one below the other.</summary>
    internal sealed record Bullets(IReadOnlyList<string> Texts) : ReportBlock;

    /// <summary>Names with what they are.</summary>
    internal sealed record Facts(IReadOnlyList<(string Name, string Text)> Rows) : ReportBlock;

    /// <summary>A table. In the columns of texts that people wrote, texts keep their lines.</summary>
    internal sealed record Table(
        string Caption, IReadOnlyList<string> Columns, IReadOnlyList<ReportRow> Rows, IReadOnlyList<string>? WrittenColumns = null) : ReportBlock
    {
        /// <summary>True where a row leads elsewhere: then the table has one more column.</summary>
        internal bool HasLinks => Rows.Any(r => r.Links.Count > 0);

        /// <summary>The lines of a cell: one, but where people wrote more.</summary>
        internal IEnumerable<string> Lines(ReportRow row, int column) => WrittenColumns?.Contains(Columns[column]) == true
            ? row.Cells[column].ReplaceLineEndings("\n").Split('\n')
            : [row.Cells[column]];
    }

    /// <summary>A timeline to be drawn, where the form can.</summary>
    internal sealed record Drawing(ReportDrawing Content) : ReportBlock;

    /// <summary>Records, folded away.</summary>
    internal sealed record Records(IReadOnlyList<ReportRecord> Items) : ReportBlock;
}
