using System.Management.Automation;
using System.Security;
using IncidentTrail.Shell.Editing;

namespace IncidentTrail.Shell.Hosting;

/// <summary>Answers are typed. Ctrl+C at a question stops the pipeline that asked.</summary>
internal sealed class TypedAnswers(IKeyReader keys, ILineDisplay display, Action stopPipeline) : IAnswers
{
    public string Ask(string question) => Read(display, question);

    public SecureString AskSecret(string question) => Secret.From(Read(new MaskedLine(display), question));

    private string Read(ILineDisplay shown, string question)
    {
        var editor = new LineEditor(keys, shown, new LineHistory(), new NoCompletion());
        var line = InterruptKey.AsKey(() => editor.ReadLine(question));
        if (line.Ending == LineEnding.Entered)
            return line.Text;

        stopPipeline();
        throw new PipelineStoppedException();
    }
}
