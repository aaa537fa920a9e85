namespace IncidentTrail.Reports;

/// <summary>A part of a report. Every text in it is plain text: the form it is written in escapes all of it.</summary>
internal abstract record ReportBlock
{
    /// <summary>A heading; the id is the module's own.</summary>
    internal sealed record Heading(int Level, string Text, string? Id = null) : ReportBlock;

    /// <summary>A paragraph.</summary>
    internal sealed record Paragraph(string Text) : ReportBlock;

    /// <summary>Sentences one below the other.</summary>
    internal sealed record Bullets(IReadOnlyList<string> Texts) : ReportBlock;

    /// <summary>Names with what they are.</summary>
    internal sealed record Facts(IReadOnlyList<(string Name, string Text)> Rows) : ReportBlock;

    /// <summary>A table.</summary>
    internal sealed record Table(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<ReportRow> Rows) : ReportBlock;

    /// <summary>A timeline to be drawn, where the form can.</summary>
    internal sealed record Drawing(ReportDrawing Content) : ReportBlock;

    /// <summary>Records, folded away.</summary>
    internal sealed record Records(IReadOnlyList<(string Title, string Json)> Items) : ReportBlock;
}
