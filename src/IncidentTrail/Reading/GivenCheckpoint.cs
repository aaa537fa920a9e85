using System.Management.Automation;
using IncidentTrail.Checkpoints;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>The checkpoint that <c>-CheckpointPath</c> names: opened before anything is read, written after what was given.</summary>
internal sealed class GivenCheckpoint : IDisposable
{
    private const string Parameter = "CheckpointPath";

    private readonly CheckpointFile? _file;
    private readonly ICmdlet _cmdlet;
    private bool _isEndOfReading;

    private GivenCheckpoint(ICmdlet cmdlet, Checkpoint checkpoint, CheckpointFile? file) =>
        (_cmdlet, Checkpoint, _file) = (cmdlet, checkpoint, file);

    /// <summary>What was given.</summary>
    internal Checkpoint Checkpoint { get; }

    /// <summary>True where it goes on from an earlier run.</summary>
    internal bool IsResumed => _file?.IsResumed == true;

    /// <summary>One that is kept for this run alone.</summary>
    internal static GivenCheckpoint OfRun(ICmdlet cmdlet, CheckpointScope scope, TimeSpan slack) => new(cmdlet, new Checkpoint(scope, slack), null);

    /// <summary>Opens it; null where none is named. One that cannot be used ends the cmdlet.</summary>
    /// <param name="given">The cmdlet.</param>
    /// <param name="cmdlet">The same, as its classes know it.</param>
    /// <param name="path">Its path, as it was typed.</param>
    /// <param name="scope">What is read.</param>
    internal static GivenCheckpoint? Open(TrailBucketCommand given, ICmdlet cmdlet, string? path, Func<CheckpointScope> scope)
    {
        if (path is null)
            return null;
        Check(given, cmdlet);
        try
        {
            if (OtherPlace.FaultOfWriting(path) is { } elsewhere)
                throw new TrailSourceException(elsewhere);
            var full = given.GetUnresolvedProviderPathFromPSPath(path);
            if (SamplePath.FaultOfWriting(path, full) is { } inSample)
                throw new TrailSourceException(inSample);
            var file = CheckpointFile.Open(full, scope(), given.DeliverySlack);
            return new GivenCheckpoint(cmdlet, file.Checkpoint, file);
        }
        catch (TrailSourceException e)
        {
            cmdlet.ThrowTerminatingError(TrailErrors.Record(e.Fault));
            throw;
        }
        catch (Exception e) when (e is System.Management.Automation.DriveNotFoundException or ProviderNotFoundException)
        {
            cmdlet.ThrowTerminatingError(TrailErrors.NotFound(path, e.Message));
            throw;
        }
    }

    /// <summary>A source of which only what is new is given.</summary>
    internal ITrailSource NewOf(ITrailSource source) => new CheckpointedSource(source, Checkpoint, _file?.Path);

    /// <summary>A source that is looked through again and again.</summary>
    /// <param name="source">The source.</param>
    /// <param name="interval">How long it is left alone.</param>
    /// <param name="passesOver">True where the files that are there now are not given.</param>
    internal ITrailSource Watched(ITrailSource source, TimeSpan interval, bool passesOver) =>
        new WatchedSource(source, Checkpoint, _file?.Path, interval) { PassesOverWhatIsThere = passesOver };

    /// <summary>Gives an event, and notes that it was given, also where whoever took it wants no more.</summary>
    internal void Give(TrailEvent trailEvent)
    {
        try
        {
            _cmdlet.WriteObject(trailEvent);
        }
        catch (Exception e) when (_cmdlet.HasEnough(e))
        {
            Checkpoint.Gave(trailEvent);
            throw;
        }
        Checkpoint.Gave(trailEvent);
        WriteIfDue();
    }

    /// <summary>Writes what was noted, unless that was done a moment ago. Where it cannot, that ends the reading.</summary>
    internal void WriteIfDue()
    {
        try
        {
            _file?.WriteIfDue();
        }
        catch (TrailSourceException)
        {
            _isEndOfReading = true;
            throw;
        }
    }

    /// <summary>Writes what was noted.</summary>
    internal void Write()
    {
        try
        {
            _file?.Write();
        }
        catch (TrailSourceException) when (_isEndOfReading)
        {
            // There may have been room again; that there was none has been said.
        }
    }

    /// <summary>Writes what was noted, also where the pipeline was stopped, and lets go of the file.</summary>
    public void Dispose()
    {
        try
        {
            Write();
        }
        catch (TrailSourceException)
        {
            // Nobody can be told any more; what was not written comes again.
        }
        finally
        {
            _file?.Dispose();
        }
    }

    private static void Check(TrailBucketCommand given, ICmdlet cmdlet)
    {
        if (cmdlet.TakesInput)
            Refuse("-CheckpointPath goes on with the source that the parameters name: nothing can be piped in with it.");
        if (given.Key.Length > 0)
            Refuse("-Key names logs in full: there is nothing new to be found, and -CheckpointPath is of no use with it.");
        if (given is TrailSourceCommand { EventHistory.IsPresent: true } && cmdlet.ParameterSet != ParameterSets.EventHistory)
            Refuse("-CheckpointPath goes on with one source: read Event history by a command and a checkpoint of its own.");

        void Refuse(string message) => cmdlet.ThrowTerminatingError(TrailErrors.Argument(Parameter, message));
    }
}
