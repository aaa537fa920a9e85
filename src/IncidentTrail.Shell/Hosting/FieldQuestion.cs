using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace IncidentTrail.Shell.Hosting;

/// <summary>Asks for the value of one field, as for a mandatory parameter that was not given.</summary>
internal sealed class FieldQuestion(
    IAnswers answers, Func<string, PSCredential> askCredential, Action<string> complain)
{
    /// <summary>The value, of the field's type. A list ends with an empty answer.</summary>
    public PSObject? Ask(FieldDescription field)
    {
        var type = TypeOf(field);
        var label = string.IsNullOrEmpty(field.Label) ? field.Name : field.Label.Replace("&", "");
        var value = type.IsArray || type == typeof(IList) || type == typeof(ArrayList)
            ? AskList(label, type)
            : AskOne($"{label}: ", type, emptyIsNull: false);
        return value is null ? null : PSObject.AsPSObject(value);
    }

    private object AskList(string label, Type type)
    {
        var elementType = type.GetElementType() ?? typeof(string);
        var elements = new ArrayList();
        while (AskOne($"{label}[{elements.Count}]: ", elementType, emptyIsNull: true) is { } element)
            elements.Add(element);
        return LanguagePrimitives.ConvertTo(elements.ToArray(), type.IsArray ? type : typeof(ArrayList));
    }

    private object? AskOne(string question, Type type, bool emptyIsNull)
    {
        if (type == typeof(SecureString))
            return answers.AskSecret(question) is var secret && emptyIsNull && secret.Length == 0 ? null : secret;
        if (type == typeof(PSCredential))
            return askCredential(question);

        while (true)
        {
            var answer = answers.Ask(question);
            if (answer.Length == 0 && emptyIsNull)
                return null;
            try
            {
                return LanguagePrimitives.ConvertTo(answer, type);
            }
            catch (PSInvalidCastException e)
            {
                complain(e.Message);
            }
        }
    }

    private static Type TypeOf(FieldDescription field) =>
        string.IsNullOrEmpty(field.ParameterAssemblyFullName)
            ? typeof(string)
            : Type.GetType(field.ParameterAssemblyFullName) ?? typeof(string);
}
