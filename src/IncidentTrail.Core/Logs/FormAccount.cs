using IncidentTrail.Forms;

namespace IncidentTrail.Logs;

/// <summary>Counts what a log holds besides records, by its form, and says it once: a foreign file is one mistake.</summary>
internal sealed class FormAccount(TrailLog log)
{
    private Dictionary<LogForm, long>? _counts;

    internal void Add(LogForm form) => (_counts ??= [])[form] = _counts.GetValueOrDefault(form) + 1;

    /// <summary>What is to be said; what was passed over only where nothing else was there.</summary>
    internal IEnumerable<FormNotice> Notices(bool hasRecords) => _counts is null ? [] : Notices(_counts, hasRecords);

    private IEnumerable<FormNotice> Notices(Dictionary<LogForm, long> counts, bool hasRecords)
    {
        foreach (var (form, count) in counts)
        {
            var text = $"{log.Location} holds {form.Text.TrimEnd('.')} ({count}).";
            yield return new FormNotice(form, form.Fate switch
            {
                LogFormFate.LeftOut => TrailNotice.Fault(new TrailFault(TrailFaultKind.RecordInvalid, log.Location, text, form.Remedy) { OfMany = hasRecords || log.IsDelivered ? null : $"hold {form.Text.TrimEnd('.')}" }),
                _ when hasRecords => TrailNotice.Verbose(text),
                _ => TrailNotice.Warning($"{text} {form.Remedy}"),
            });
        }
    }
}
