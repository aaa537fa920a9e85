using System.Management.Automation;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.Texts;

namespace IncidentTrail.PowerShell;

/// <summary>Writes a report of incidents, timelines or events to a file.</summary>
[Cmdlet(VerbsData.Export, "IncidentTrailReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo), typeof(DirectoryInfo))]
public sealed class ExportIncidentTrailReportCommand : PSCmdlet
{
    private readonly RefusedInputs _refused;
    private TrailReport? _report;
    private string _file = "";
    private bool _isFolder;
    private bool _isEmpty = true;

    /// <summary>Makes the cmdlet.</summary>
    public ExportIncidentTrailReportCommand() => _refused = new RefusedInputs(fault => WriteError(TrailErrors.Record(fault)));

    /// <summary>The file to write; a folder, or a name that ends as one, for a page an incident.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Incidents, steps of timelines, or events.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [TrailInput(TakesOthers = true)]
    [ArgumentCompleter(typeof(ObjectCompleter))]
    public TrailInput[] InputObject { get; set; } = [];

    /// <summary>The form; by the file's extension where nothing is said.</summary>
    [Parameter]
    [TrailNames(typeof(TrailReportFormat), IsOne = true)]
    public TrailReportFormat Format { get; set; }

    /// <summary>Begins the file with a byte order mark.</summary>
    [Parameter]
    public SwitchParameter Bom { get; set; }

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
    protected override void BeginProcessing()
    {
        _file = ReportPath.Of(this, Path, out _isFolder);
        var format = MyInvocation.BoundParameters.ContainsKey(nameof(Format)) ? Format : _isFolder ? TrailReportFormat.Html : FormatOf(_file);
        if (_isFolder && format != TrailReportFormat.Html)
            ThrowTerminatingError(TrailErrors.Argument(nameof(Path), $"'{Path}' is a folder, and into a folder pages are written. Name a file for {format}, or leave -Format out."));
        _report = new TrailReport(new TrailReportOptions
        {
            Format = format,
            ByteOrderMark = Bom,
            IncludeSensitive = IncludeSensitive,
            Pseudonymize = Pseudonymize,
        });
    }

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
                    _refused.Add(InputFaults.Of(MyInvocation.MyCommand.Name, TakenInput.Reported, input));
                    continue;
            }
            _isEmpty = false;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // What was refused is no reason for a report that says nothing happened.
        if ((_isEmpty && _refused.Any) || !ShouldProcess(_file, "Write an incident report"))
            return;
        try
        {
            var count = _isFolder
                ? ReportFile.WriteFolder(_file, _report!, overwrite: !NoClobber, evenReadOnly: Force)
                : ReportFile.Write(_file, _report!, overwrite: !NoClobber, evenReadOnly: Force);
            WriteVerbose($"{_file}: {count} {Counted.Noun(count, "incident")}.");
            if (_report!.Doubt is { } doubt)
                WriteWarning($"{doubt} {CmdletRemedies.ReportOfEvents}");
            if (PassThru)
                WriteObject(InvokeProvider.Item.Get([_file], force: true, literalPath: true), enumerateCollection: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(TrailErrors.NotWritten(_file, e));
        }
    }

    // A page under a name that promises another form would be taken for a broken one.
    private TrailReportFormat FormatOf(string path)
    {
        var extension = System.IO.Path.GetExtension(path).ToLowerInvariant();
        if (TrailReport.FormatOf(extension) is { } format)
            return format;
        ThrowTerminatingError(TrailErrors.Argument(
            nameof(Path), $"'{extension}' is no form of a report. Name the file .html, .md, .csv or .json, or say the form with -Format: {string.Join(", ", Enum.GetNames<TrailReportFormat>())}."));
        return default;
    }
}
