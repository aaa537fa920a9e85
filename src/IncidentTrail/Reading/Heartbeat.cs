using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>Touches a file while the cmdlet's own thread goes round, so that a supervisor sees that it does.</summary>
/// <param name="cmdlet">The cmdlet.</param>
/// <param name="path">The file's full path; null to touch none.</param>
internal sealed class Heartbeat(ICmdlet cmdlet, string? path)
{
    private long? _last;
    private bool _isSaid;

    /// <summary>Touches the file, where that was not done a moment ago. A file that cannot be made ends the cmdlet at its start.</summary>
    internal void Beat()
    {
        if (path is null || (_last is { } last && Environment.TickCount64 - last < CmdletLimits.HeartbeatInterval.TotalMilliseconds))
            return;
        var isFirst = _last is null;
        _last = Environment.TickCount64;
        try
        {
            if (!File.Exists(path))
                File.Create(path).Dispose();
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            _isSaid = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (isFirst)
                cmdlet.ThrowTerminatingError(TrailErrors.NotTouched(path, e));
            // A supervisor sees for itself that it is old.
            if (!_isSaid)
                cmdlet.WriteWarning($"The file of -HeartbeatPath cannot be touched: {e.Message}");
            _isSaid = true;
        }
    }
}
