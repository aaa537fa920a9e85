using IncidentTrail.Forms;
using IncidentTrail.Logs;

namespace IncidentTrail.Sessions;

/// <summary>What is to be said of what was read: the faults of a batch, what else there was, and each form once.</summary>
internal sealed class BatchNotices
{
    private readonly HashSet<LogForm> _saidOfTexts = [];

    /// <summary>The notices of a batch of a log, in order.</summary>
    internal List<TrailNotice> Of(RecordBatch batch, FoundLog found)
    {
        var notices = new List<TrailNotice>();
        foreach (var fault in batch.Faults)
        {
            if ((found.Delivery is { } delivery ? delivery.Found(fault) : TrailNotice.Fault(fault)) is { } notice)
                notices.Add(notice);
        }
        notices.AddRange(batch.Notices);
        if (batch.Forms.Count > 0)
            notices.AddRange(OfForms(batch, found.Log));
        return notices;
    }

    // Texts that come one after the other are one input: a form of theirs is said once.
    private IEnumerable<TrailNotice> OfForms(RecordBatch batch, TrailLog log) => batch.Forms
        .Where(said => log.Path is not null || log.BucketName is not null || _saidOfTexts.Add(said.Form))
        .Select(said => said.Notice);
}
