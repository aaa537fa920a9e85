using System.Management.Automation;
using IncidentTrail.PowerShell.Output;
using DriveNotFoundException = System.Management.Automation.DriveNotFoundException;

namespace IncidentTrail.PowerShell;

/// <summary>Writes a report of incidents, timelines or events to a file.</summary>
[Cmdlet(VerbsData.Export, "IncidentTrailReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportIncidentTrailReportCommand : PSCmdlet
{
    private TrailReport? _report;

    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Incidents, steps of timelines, or events.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public TrailInput[] InputObject { get; set; } = [];

    /// <summary>The form; by the file's extension where nothing is said.</summary>
    [Parameter]
    public TrailReportFormat Format { get; set; }

    /// <summary>Shows codes and delivery addresses.</summary>
    [Parameter]
    public SwitchParameter IncludeSensitive { get; set; }

    /// <summary>Replaces people by labels.</summary>
    [Parameter]
    public SwitchParameter Pseudonymize { get; set; }

    /// <summary>Overwrites a file that is read-only.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Leaves a file that exists as it is.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Gives the file that was written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _report = new TrailReport(new TrailReportOptions
    {
        Format = MyInvocation.BoundParameters.ContainsKey(nameof(Format)) ? Format : FormatOf(Path),
        IncludeSensitive = IncludeSensitive,
        Pseudonymize = Pseudonymize,
    });

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var input in InputObject)
        {
            switch (input)
            {
                case TrailIncident incident:
                    _report!.Add(incident);
                    break;
                case TrailTimelineEntry step:
                    _report!.Add(step);
                    break;
                case TrailEvent trailEvent:
                    _report!.Add(trailEvent);
                    break;
                default:
                    WriteError(TrailErrors.Argument(
                        input.ToString()!, $"A report is made of incidents, steps of timelines or events, not of a {input.GetType().Name}."));
                    break;
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (FullPath() is not { } path || !ShouldProcess(path, "Write an incident report"))
            return;
        try
        {
            var count = ReportFile.Write(path, _report!, overwrite: !NoClobber, evenReadOnly: Force);
            WriteVerbose($"{path}: {count} incidents.");
            if (PassThru)
                WriteObject(new FileInfo(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(TrailErrors.NotWritten(path, e));
        }
    }

    private static TrailReportFormat FormatOf(string path) => System.IO.Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".md" or ".markdown" => TrailReportFormat.Markdown,
        ".csv" => TrailReportFormat.Csv,
        _ => TrailReportFormat.Html,
    };

    private string? FullPath()
    {
        try
        {
            var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path, out var provider, out _);
            if (provider.Name == "FileSystem")
                return path;
            WriteError(TrailErrors.Argument(Path, $"'{Path}' is in the provider {provider.Name}; a report is written to the file system."));
        }
        catch (Exception e) when (e is DriveNotFoundException or ProviderNotFoundException)
        {
            WriteError(TrailErrors.NotFound(Path, e.Message));
        }
        return null;
    }
}
