using IncidentTrail.Gzip;
using IncidentTrail.Json;

namespace IncidentTrail.Logs;

/// <summary>Says what the beginning and the end of a log's content tell of it.</summary>
internal sealed class LogConclusion(TrailLog log, GzipReader content, RecordWindow window, RecordSelector selector)
{
    /// <summary>Looks how it begins, before anything is read.</summary>
    internal void Begin()
    {
        if (ReportSchema.Begins(window.Data))
            selector.Account.Say(TrailNotice.Report(log.Location));
    }

    /// <summary>Draws it, where the reader stands at a place of the log's structure.</summary>
    /// <param name="position">The place.</param>
    /// <param name="isLost">True where what is left belongs to a piece that was accounted for.</param>
    internal void Draw(LogPosition position, bool isLost)
    {
        if (content.Failure is not null)
            return;
        if (content.Fault is { } fault)
        {
            Fail(fault.Text, log.IsDelivered ? fault.RemedyOfDelivered ?? fault.Remedy : fault.Remedy, fault.OfMany);
            return;
        }
        if (log.IsDelivered && window.IsBlank)
        {
            selector.Account.Say(TrailNotice.Gap(
                $"{log.Location} holds nothing: CloudTrail writes a list into each log, an empty one too. Fetch the file again, and compare it with the bucket."));
        }
        if (log.IsDelivered && content.SecondMember is { } member)
        {
            selector.Account.Say(TrailNotice.Warning(
                $"{log.Location}: a second gzip member begins at byte {member}. CloudTrail writes one a log, and signs no other: it was appended later, or files were joined. What it holds was read."));
        }
        if (log.IsDelivered && content.Blanks is { } blanks)
        {
            selector.Account.Say(TrailNotice.Warning(
                $"{log.Location}: blanks or line ends follow the gzip data at byte {blanks}. CloudTrail writes none: a tool added them on the way. The log was read whole."));
        }
        if (HasMore() && position == LogPosition.Top)
        {
            if (!isLost && !selector.Texts.TakeRest(window.Data))
                selector.Broken(window.Data);
        }
        else if (HasMore() && isLost && selector.Search.IsExhausted)
            Fail("what follows a broken piece was not searched for records, after so much damage before it", EngineRemedies.PieceOfFile);
        else if (HasMore())
            Fail("it ends in the middle of a record", EngineRemedies.LogCut);
        else if (position is not (LogPosition.Top or LogPosition.Cells))
            Fail("it ends before its closing bracket", EngineRemedies.LogCut);
    }

    /// <summary>True where bytes are left that mean something.</summary>
    internal bool HasMore()
    {
        if (selector.IsLeftover(window.Data))
            return false;
        foreach (var b in window.Data)
        {
            // A disk or a tape fills its last block with zeros.
            if (!ElementScanner.IsSeparator(b) && (b != 0 || log.IsDelivered))
                return true;
        }
        return false;
    }

    private void Fail(string text, string remedy, string? ofMany = null) =>
        selector.Account.Fail(new TrailFault(TrailFaultKind.ReadFailed, log.Location, $"{log.Location}: {text}.", remedy) { OfMany = ofMany });
}
