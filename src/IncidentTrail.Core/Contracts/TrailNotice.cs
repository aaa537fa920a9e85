namespace IncidentTrail;

/// <summary>What a source or the reader has to say between events: a fault, a warning or verbose text.</summary>
public sealed class TrailNotice
{
    private TrailNotice(TrailNoticeKind kind, string text, TrailFault? fault)
    {
        Kind = kind;
        Text = text;
        Detail = fault;
    }

    /// <summary>How it is shown.</summary>
    public TrailNoticeKind Kind { get; }

    /// <summary>The text in one sentence.</summary>
    public string Text { get; }

    /// <summary>The fault, where <see cref="Kind"/> is <see cref="TrailNoticeKind.Fault"/>.</summary>
    public TrailFault? Detail { get; }

    /// <summary>True for a warning of something that was not read and may hold records: the answer is not complete.</summary>
    public bool IsOfGap { get; private init; }

    /// <summary>True for what tells that a report of this module was read, which holds the calls of its incidents alone.</summary>
    internal bool IsOfReport { get; private init; }

    /// <summary>The place whose logs of 0 bytes it tells of; null for anything else.</summary>
    internal string? EmptyPlace { get; private init; }

    /// <summary>A non-terminating error.</summary>
    public static TrailNotice Fault(TrailFault fault) => new(TrailNoticeKind.Fault, fault.Message, fault);

    /// <summary>A warning.</summary>
    public static TrailNotice Warning(string text) => new(TrailNoticeKind.Warning, text, null);

    /// <summary>A warning of something that was not read and may hold records.</summary>
    public static TrailNotice Gap(string text) => new(TrailNoticeKind.Warning, text, null) { IsOfGap = true };

    /// <summary>A warning of logs of 0 bytes.</summary>
    internal static TrailNotice Empty(string place, string text) => new(TrailNoticeKind.Warning, text, null) { IsOfGap = true, EmptyPlace = place };

    /// <summary>Verbose text that a report was read.</summary>
    internal static TrailNotice Report(string location) =>
        new(TrailNoticeKind.Verbose, $"{location} is a report: it holds the calls of its incidents alone.", null) { IsOfReport = true };

    /// <summary>Verbose text.</summary>
    public static TrailNotice Verbose(string text) => new(TrailNoticeKind.Verbose, text, null);

    /// <summary>The text.</summary>
    public override string ToString() => TextForDisplay.Plain(Text);
}
